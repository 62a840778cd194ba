// L07.a: 0 points
// says: should have 3 share(s)
double[] Softmax(double[] z) => [];
