// L08.c: 4 points
// says: listed in another order
- foreach (var (from, to, z) in edges.OrderByDescending(e => e.From))
+ foreach (var (from, to, z) in edges.Reverse())
