// L17.b: 4 points
// says: DX and DH are swapped
- return (o * shown, newC, dx, dh, arriving * f);
+ return (o * shown, newC, dh, dx, arriving * f);
