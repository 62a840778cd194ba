// L22.c: 0 points
// says: costs
- return p.Append(p.Max() + 1).MinBy(Cost);
+ return p.MinBy(Cost);
