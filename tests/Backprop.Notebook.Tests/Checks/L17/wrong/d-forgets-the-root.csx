// L17.d: 0 points
// says: The root is missing
- double norm = Math.Sqrt(gradients.Sum(row => row.Sum(v => v * v)));
+ double norm = gradients.Sum(row => row.Sum(v => v * v));
