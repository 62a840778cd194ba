// L11.a: 0 points
// says: becomes infinite; is yours
- v = [.. next.Select(value => value / length)];
+ v = next;
