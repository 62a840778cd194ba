// L17.b: 2 points
// says: slopeC is missing
- double arriving = slopeC + slopeH * o * (1 - shown * shown);
+ double arriving = slopeH * o * (1 - shown * shown);
