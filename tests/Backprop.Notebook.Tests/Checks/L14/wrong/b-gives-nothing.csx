// L14.b: 0 points
// says: returns nothing
double[][] HeInit(int inputs, int outputs, int seed) => null;
double[][] XavierInit(int inputs, int outputs, int seed) => [];
