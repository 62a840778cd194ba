// L22.c: 0 points
// says: try one threshold above every p
- return p.Append(p.Max() + 1).MinBy(Cost);
+ return p.MinBy(Cost);
