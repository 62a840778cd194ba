// L02.d: 0 points
// says: there should be three
- return [throughCos, throughSin, throughCos + throughSin];
+ return [throughCos + throughSin];
