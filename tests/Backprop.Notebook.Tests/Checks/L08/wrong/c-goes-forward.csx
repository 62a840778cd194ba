// L08.c: 0 points
// says: so start at o and go back
- foreach (var (from, to, z) in edges.OrderByDescending(e => e.From))
+ foreach (var (from, to, z) in edges.OrderBy(e => e.From))
