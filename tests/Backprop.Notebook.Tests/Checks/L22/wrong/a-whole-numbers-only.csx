// L22.a: 0 points
// says: The part behind the point was lost
- @"-?[0-9]+(\.[0-9]+)?";
+ @"-?[0-9]+";
