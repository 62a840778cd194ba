// L22.b: 0 points
// says: A customer with rows in both parts leaks
bool[] InTest(string[] customers, double share)
{
    var random = new Random(2);
    return [.. customers.Select(_ => random.NextDouble() < share)];
}
