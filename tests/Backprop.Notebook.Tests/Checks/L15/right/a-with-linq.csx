// L15.a
double L2Loss(double[][] weights, double lambda) => weights.SelectMany(w => w).Select(w => lambda * w * w / 2).Sum();
double[][] L2Slopes(double[][] weights, double[][] slopes, double lambda) =>
    weights.Select((layer, l) => layer.Select((w, i) => lambda * w + slopes[l][i]).ToArray()).ToArray();
