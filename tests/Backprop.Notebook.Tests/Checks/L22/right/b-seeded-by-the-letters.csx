// L22.b
bool[] InTest(string[] customers, double share)
{
    var test = new bool[customers.Length];
    for (int i = 0; i < customers.Length; i++)
    {
        int seed = 17;
        foreach (char letter in customers[i]) seed = unchecked(seed * 7919 + letter * 104729);
        test[i] = new Random(seed).NextDouble() < share;
    }
    return test;
}
