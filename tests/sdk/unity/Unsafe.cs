// What Google.Protobuf 3.15 takes of System.Runtime.CompilerServices.Unsafe, which mono keeps to itself:
// compiled into the library together with its own source, and only there.
namespace System.Runtime.CompilerServices
{
    internal static unsafe class Unsafe
    {
        public static T ReadUnaligned<T>(ref byte source)
        {
            fixed (byte* place = &source)
            {
                if (typeof(T) == typeof(float)) return (T)(object)*(float*)place;
                if (typeof(T) == typeof(double)) return (T)(object)*(double*)place;
            }
            throw new NotSupportedException(typeof(T).Name + ": the library of 3.15 reads floats and doubles alone");
        }

        public static void WriteUnaligned<T>(ref byte destination, T value)
        {
            if (typeof(T) != typeof(float))
                throw new NotSupportedException(typeof(T).Name + ": the library of 3.15 writes floats alone");
            fixed (byte* place = &destination) *(float*)place = (float)(object)value;
        }
    }
}
