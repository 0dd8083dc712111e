using System;

namespace Scenestream.Tests
{
    /// <summary>"traces FILE" runs the golden traces, "checks" everything that needs no file.</summary>
    internal static class Program
    {
        public static int Main(string[] arguments)
        {
            if (arguments[0] == "checks") return Check.All(typeof(CoreChecks), typeof(SessionChecks));
            Console.WriteLine(Traces.Run(arguments[1]));
            return 0;
        }
    }
}
