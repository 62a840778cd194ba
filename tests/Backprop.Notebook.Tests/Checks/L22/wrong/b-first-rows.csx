// L22.b: 0 points
// says: A customer with rows in both parts leaks
bool[] InTest(string[] customers, double share) => [.. customers.Select((_, i) => i < share * customers.Length)];
