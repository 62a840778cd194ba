// L20.d: 0 points
// says: every prompt gets exactly the same shares
double[][] TrainAndAsk(string text, string[] prompts, int steps)
{
    int count = text.Distinct().Count();
    return [.. prompts.Select(_ => Enumerable.Repeat(1.0 / count, count).ToArray())];
}
