// L14.a: 1 points
// says: You divided by n - 1
- double Squared(int k) => train.Average(row => Math.Pow(row[k] - Mean(k), 2));
+ double Squared(int k) => train.Sum(row => Math.Pow(row[k] - Mean(k), 2)) / (train.Length - 1);
