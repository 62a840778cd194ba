// L14.b: 1 points
// says: all weights are 0
double Bell(Random random) => 0;
double[][] HeInit(int inputs, int outputs, int seed) => [.. Enumerable.Range(0, outputs).Select(_ => new double[inputs])];
double[][] XavierInit(int inputs, int outputs, int seed) => HeInit(inputs, outputs, seed);
