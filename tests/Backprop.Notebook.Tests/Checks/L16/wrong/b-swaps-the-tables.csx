// L16.b: 0 points
// says: There is one slope for each cell of the kernel
- return (dImage, dKernel);
+ return (dKernel, dImage);
