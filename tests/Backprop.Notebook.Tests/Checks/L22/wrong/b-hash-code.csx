// L22.b: 4 points
// says: .NET changes it with each start
bool[] InTest(string[] customers, double share) => [.. customers.Select(name => (uint)name.GetHashCode() % 1000 < share * 1000)];
