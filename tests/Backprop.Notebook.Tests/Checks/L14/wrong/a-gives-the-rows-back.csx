// L14.a: 0 points
// says: These are the rows as they came
double[][] Standardise(double[][] train, double[][] rows) => rows;
double[][] MinMax(double[][] train, double[][] rows) => rows;
