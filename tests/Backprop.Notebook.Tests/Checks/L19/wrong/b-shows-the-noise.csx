// L19.b: 0 points
// says: You gave it the noise itself
- double[] made = [.. noise.Select(z => m + s * z)];
+ double[] made = [.. noise];
