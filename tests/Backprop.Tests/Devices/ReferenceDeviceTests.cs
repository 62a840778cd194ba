namespace Backprop.Tests;

public sealed class ReferenceDeviceTests : DeviceContract
{
    protected override Device Device => Device.Reference;
}
