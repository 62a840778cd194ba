// L20.d
double[][] TrainAndAsk(string text, string[] prompts, int steps)
{
    Tensor.Seed(3);
    var letters = Vocabulary.OfCharacters(text);
    var gpt = new Gpt(letters.Count, 32, width: 32, heads: 2, blocks: 2);
    var data = letters.NextTokens(text, 32, stride: 3);
    var optimizer = new AdamW(gpt.Parameters) { LearningRate = 0.01 };
    int step = 0;
    foreach (var (x, y) in data.Batches(16, shuffle: true, seed: 1))
    {
        if (step++ >= steps) break;
        optimizer.ZeroGrad();
        gpt.Forward(x).Reshape(-1, letters.Count).CrossEntropy(y.Reshape(-1)).Backward();
        optimizer.Step();
    }
    return [.. prompts.Select(prompt => gpt.Forward(Tensor.From(letters.Encode(prompt), [1, prompt.Length]))[0, ^1]
        .Softmax().ToArray<float>().Select(p => (double)p).ToArray())];
}
