// L16.d
- new Conv2d(1, 8, kernel: 5, stride: 2), Relu,
+ new Conv2d(1, 10, kernel: 5, stride: 2, padding: 2), Relu,
- new Conv2d(8, 16, kernel: 3), Relu,
+ new Conv2d(10, 20, kernel: 3, stride: 2), Relu, new Flatten(),
- new MaxPool2d(2), new Flatten(), new Linear(16 * 5 * 5, 10),
+ new Linear(20 * 6 * 6, 10),
