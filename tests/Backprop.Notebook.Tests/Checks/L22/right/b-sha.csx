// L22.b
bool[] InTest(string[] customers, double share) => [.. customers.Select(name =>
    BitConverter.ToUInt32(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name))) < share * uint.MaxValue)];
