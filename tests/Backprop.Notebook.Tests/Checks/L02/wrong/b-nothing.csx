// L02.b: 0 points
// says: the table has 8 rows
double[] Slopes(double x, double y) => [];
