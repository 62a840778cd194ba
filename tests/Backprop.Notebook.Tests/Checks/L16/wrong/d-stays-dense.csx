// L16.d: 2 points
// says: 95 are asked for
- new Conv2d(1, 8, kernel: 5, stride: 2), Relu,
+ new Flatten(), new Linear(784, 64), Relu,
- new Conv2d(8, 16, kernel: 3), Relu,
+ new Linear(64, 10),
- new MaxPool2d(2), new Flatten(), new Linear(16 * 5 * 5, 10),
+
- , 32, shuffle: true, seed: 7,
+ , 32, shuffle: true, seed: 7), epochs);
- transform: Augment.Shift(2)), epochs);
+
