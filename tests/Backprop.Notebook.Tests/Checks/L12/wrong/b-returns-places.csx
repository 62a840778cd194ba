// L12.b: 4 points
// says: all moves added up
- double v = 0;
+ double v = 0, w = 0;
- return [.. slopes.Select(g => v = beta * v - alpha * g)];
+ return [.. slopes.Select(g => w += v = beta * v - alpha * g)];
