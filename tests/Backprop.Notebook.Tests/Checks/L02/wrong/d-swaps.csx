// L02.d: 0 points
// says: That is the other path
- return [throughCos, throughSin, throughCos + throughSin];
+ return [throughSin, throughCos, throughCos + throughSin];
