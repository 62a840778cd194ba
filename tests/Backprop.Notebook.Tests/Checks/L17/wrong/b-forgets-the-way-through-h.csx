// L17.b: 2 points
// says: slopeH arrives at the new c as well
- double arriving = slopeC + slopeH * o * (1 - shown * shown);
+ double arriving = slopeC;
