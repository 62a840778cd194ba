// L07.c: 0 points
// says: should be [[
double[][] Gradient(double[][] scores, int[] labels) => scores;
