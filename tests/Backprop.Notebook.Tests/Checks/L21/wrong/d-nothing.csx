// L21.d: 0 points
// says: yours are []
byte[] Pack(float[] numbers) => [];
float[] Unpack(byte[] bytes) => [];
