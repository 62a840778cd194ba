// L10.b: 3 points
// says: the square is of the output
- return seen = [.. z.Select(Math.Tanh)];
+ seen = z; return [.. z.Select(Math.Tanh)];
