// L14.a: 0 points
// says: That is a leak: mean and deviation come from rows
- double Mean(int k) => train.Average(row => row[k]);
+ double Mean(int k) => rows.Average(row => row[k]);
- double Squared(int k) => train.Average(row => Math.Pow(row[k] - Mean(k), 2));
+ double Squared(int k) => rows.Average(row => Math.Pow(row[k] - Mean(k), 2));
- double[] least = [.. train[0].Select((_, k) => train.Min(row => row[k]))];
+ double[] least = [.. train[0].Select((_, k) => rows.Min(row => row[k]))];
- double[] most = [.. train[0].Select((_, k) => train.Max(row => row[k]))];
+ double[] most = [.. train[0].Select((_, k) => rows.Max(row => row[k]))];
