using System;
using System.Linq;
using System.Reflection;

namespace Scenestream.Tests
{
    /// <summary>Runs every public static method of a class of checks; each throws when it does not hold.</summary>
    internal static class Check
    {
        public static void That(bool holds, string what)
        {
            if (!holds) throw new Exception("not so: " + what);
        }

        public static void Same<T>(T expected, T actual)
        {
            if (!Equals(expected, actual)) throw new Exception("expected " + expected + ", got " + actual);
        }

        public static void Throws<T>(Action action) where T : Exception
        {
            try
            {
                action();
            }
            catch (T)
            {
                return;
            }
            throw new Exception("no " + typeof(T).Name);
        }

        /// <summary>One line for each check. The number of those that failed.</summary>
        public static int All(params Type[] classes)
        {
            int failed = 0;
            foreach (MethodInfo check in classes.SelectMany(
                c => c.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)))
            {
                try
                {
                    check.Invoke(null, null);
                    Console.WriteLine("ok     " + check.Name);
                }
                catch (TargetInvocationException wrong)
                {
                    failed++;
                    Console.WriteLine("FAILED " + check.Name + ": " + wrong.InnerException);
                }
            }
            return failed;
        }
    }
}
