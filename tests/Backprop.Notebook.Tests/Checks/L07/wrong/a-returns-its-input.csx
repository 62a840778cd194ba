// L07.a: 0 points
// says: Those are the scores themselves
double[] Softmax(double[] z) => z;
