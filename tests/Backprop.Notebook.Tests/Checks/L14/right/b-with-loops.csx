// L14.b
double Bell(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
double[][] Make(int inputs, int outputs, int seed, double variance)
{
    var random = new Random(seed);
    double[][] rows = new double[outputs][];
    for (int i = 0; i < outputs; i++)
    {
        rows[i] = new double[inputs];
        for (int k = 0; k < inputs; k++) rows[i][k] = Math.Sqrt(variance) * Bell(random);
    }
    return rows;
}
double[][] HeInit(int inputs, int outputs, int seed) => Make(inputs, outputs, seed, 2d / inputs);
double[][] XavierInit(int inputs, int outputs, int seed) => Make(inputs, outputs, seed, 2d / (inputs + outputs));
