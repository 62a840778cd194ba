// L12.b: 4 points
// says: a positive slope moves the parameter down
- return [.. slopes.Select(g => v = beta * v - alpha * g)];
+ return [.. slopes.Select(g => v = beta * v + alpha * g)];
