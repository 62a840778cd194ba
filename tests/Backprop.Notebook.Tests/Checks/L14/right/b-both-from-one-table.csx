// L14.b
double Bell(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Sin(2 * Math.PI * random.NextDouble());
double[][] HeInit(int inputs, int outputs, int seed)
{
    var random = new Random(31 * seed + 7);
    return Enumerable.Range(0, outputs).Select(_ => Enumerable.Range(0, inputs).Select(_ => Math.Sqrt(2.0 / inputs) * Bell(random)).ToArray()).ToArray();
}
double[][] XavierInit(int inputs, int outputs, int seed) =>
    HeInit(inputs, outputs, seed).Select(row => row.Select(w => w * Math.Sqrt((double)inputs / (inputs + outputs))).ToArray()).ToArray();
