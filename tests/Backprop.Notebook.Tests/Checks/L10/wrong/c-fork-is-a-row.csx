// L10.c: 2 points
// says: the second head got the output of the first
- [.. heads.Select(head => head.Forward(z))];
+ [heads.Aggregate(z, (v, head) => head.Forward(v))];
