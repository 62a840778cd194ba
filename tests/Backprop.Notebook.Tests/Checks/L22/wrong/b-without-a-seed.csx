// L22.b: 4 points
// says: the same call twice gave two different splits
bool[] InTest(string[] customers, double share)
{
    var part = customers.Distinct().ToDictionary(name => name, _ => Random.Shared.NextDouble() < share);
    return [.. customers.Select(name => part[name])];
}
