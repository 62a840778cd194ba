// L22.b: 0 points
// says: all 600 rows are in the same part
bool[] InTest(string[] customers, double share) => new bool[customers.Length];
