// L20.a: 0 points
// says: Those are the values themselves
double[][] Attention(double[][] Q, double[][] K, double[][] V, bool causal) => V;
