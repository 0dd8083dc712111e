using System;

namespace Scenestream.Tests
{
    /// <summary>
    /// "checks": all that needs nothing. "traces FILE": the golden traces; "mutate FILE COUNT SEED": broken ones.
    /// "soak URL,URL SESSION EDITS SEED NAME": the core against gateways; "component URL SESSION": the component.
    /// </summary>
    internal static class Program
    {
        public static int Main(string[] arguments)
        {
            if (arguments[0] == "checks")
                return Check.All(typeof(CoreChecks), typeof(SessionChecks), typeof(SceneChecks));
            if (arguments[0] == "mutate")
            {
                Console.WriteLine(Traces.Mutate(arguments[1], int.Parse(arguments[2]), int.Parse(arguments[3])));
                return 0;
            }
            if (arguments[0] == "soak")
            {
                string[] urls = arguments[1].Split(',');
                int edits = int.Parse(arguments[3]), seed = int.Parse(arguments[4]);
                Console.WriteLine(Soak.Run(urls, arguments[2], edits, seed, arguments[5]));
                return 0;
            }
            if (arguments[0] == "component")
            {
                Console.WriteLine(ComponentRun.Run(arguments[1], arguments[2]));
                return 0;
            }
            Console.WriteLine(Traces.Run(arguments[1]));
            return 0;
        }
    }
}
