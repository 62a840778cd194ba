// L22.b: 4 points
// says: old ones changed their part
bool[] InTest(string[] customers, double share)
{
    string[] names = [.. customers.Distinct()];
    new Random(7).Shuffle(names);
    var test = names.Take((int)(share * names.Length)).ToHashSet();
    return [.. customers.Select(test.Contains)];
}
