// L12.c
double[] LookAhead(double[] bend, double[] start, double rate, double beta, int steps) =>
    bend.Zip(start, (c, p) =>
    {
        double v = 0;
        for (int t = 0; t < steps; t++) { v = beta * v - rate * c * (p + beta * v); p += v; }
        return p;
    }).ToArray();
