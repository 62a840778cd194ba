// L16.d
int[] ReadDigits(float[][] images, int[] labels, float[][] unknown)
{
    Tensor.Seed(3);
    Tensor news = Tensor.From([.. unknown.SelectMany(i => i)], [unknown.Length, 1, 28, 28]);
    var data = new TensorDataset(Tensor.From([.. images.SelectMany(i => i)], [images.Length, 1, 28, 28]), Tensor.From(labels));
    Sequential net = [new Conv2d(1, 8, 5, stride: 2), Relu, new Conv2d(8, 16, 3), Relu, new MaxPool2d(2), new Flatten(), new Linear(400, 10)];
    var adam = new Adam(net.Parameters) { LearningRate = 0.005 };
    var batches = new DataLoader(data, 32, shuffle: true, seed: 3, transform: Augment.Shift(2));
    for (int epoch = 0; epoch < 12; epoch++)
    {
        if (epoch == 9) adam.LearningRate = 0.001;
        foreach (var (x, y) in batches)
        {
            CrossEntropy(net.Forward(x), y).Backward();
            adam.Step();
            adam.ZeroGrad();
        }
    }
    using var still = NoGrad();
    return net.Forward(news).ArgMax(1).ToArray<int>();
}
