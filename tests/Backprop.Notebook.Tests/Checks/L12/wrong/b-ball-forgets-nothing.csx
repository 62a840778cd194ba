// L12.b: 4 points
// says: Nothing is forgotten
- return [.. slopes.Select(g => v = beta * v - alpha * g)];
+ return [.. slopes.Select(g => v = v - alpha * g)];
