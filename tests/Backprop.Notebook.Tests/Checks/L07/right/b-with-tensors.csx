// L07.b
double CrossEntropy(double[] z, int label) =>
    Tensor.From(z, [1, z.Length], DType.Float64).CrossEntropy(Tensor.From([label])).Item();
