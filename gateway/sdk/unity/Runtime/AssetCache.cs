using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using UnityEngine;
using UnityEngine.Networking;
using Wire = Scenestream.V2;

namespace Scenestream
{
    /// <summary>
    /// Meshes by their hash: imported once a session, kept on disk for ever. What a hash names never changes, so
    /// what is on disk is never asked for again; what came is checked against its hash before it is used.
    /// </summary>
    public sealed class AssetCache
    {
        /// <summary>Downloads at a time.</summary>
        public const int Downloads = 4;

        private sealed class Entry
        {
            public GameObject Template;
            public string Failure;
            public readonly List<Action<GameObject, string>> Waiting = new List<Action<GameObject, string>>();
        }

        private readonly Dictionary<string, Entry> entries = new Dictionary<string, Entry>();
        private readonly MonoBehaviour host;
        private readonly ServerAddress address;
        private readonly IMeshImporter importer;
        private readonly string folder;
        private readonly Transform shelf;
        private int downloading;

        /// <param name="host">Runs the coroutines; templates live below it, inactive.</param>
        /// <param name="folder">Where files are kept; empty: nowhere.</param>
        public AssetCache(MonoBehaviour host, ServerAddress address, IMeshImporter importer, string folder)
        {
            this.host = host;
            this.address = address;
            this.importer = importer;
            this.folder = folder;
            var held = new GameObject("Scenestream assets");
            held.SetActive(false);
            held.hideFlags = HideFlags.HideAndDontSave;
            shelf = held.transform;
            shelf.SetParent(host.transform, false); // gone with the host, and not before what shows its meshes
        }

        /// <summary>An asset's URL is not good any more: who hears it connects anew, which brings new ones.</summary>
        public event Action Expired;

        /// <summary>
        /// Calls <paramref name="done"/> with a template to instantiate, or with null and the cause. At once where it
        /// is there; otherwise later, on the main thread.
        /// </summary>
        public void Load(Wire.Asset asset, Action<GameObject, string> done)
        {
            Entry entry;
            if (entries.TryGetValue(asset.Sha256, out entry))
            {
                if (entry.Template != null) done(entry.Template, null);
                else entry.Waiting.Add(done);
                return;
            }
            entry = new Entry();
            entry.Waiting.Add(done);
            entries[asset.Sha256] = entry;
            host.StartCoroutine(Bring(asset, entry));
        }

        /// <summary>The host stops its coroutines: what was on its way is begun again when it is asked for.</summary>
        public void Interrupt()
        {
            downloading = 0;
            foreach (string sha256 in new List<string>(entries.Keys))
                if (entries[sha256].Template == null) entries.Remove(sha256);
        }

        private IEnumerator Bring(Wire.Asset asset, Entry entry)
        {
            byte[] data = asset.Data.Length > 0 ? asset.Data.ToByteArray() : Kept(asset.Sha256);
            if (data == null)
            {
                while (downloading >= Downloads) yield return null;
                downloading++;
                IEnumerator fetching = Fetch(asset, d => data = d, entry);
                while (fetching.MoveNext()) yield return fetching.Current;
                downloading--;
                if (data == null)
                {
                    Finish(asset, entry, null);
                    yield break;
                }
            }
            if (Hash(data) != asset.Sha256)
            {
                entry.Failure = "what came is not what its hash says";
                Finish(asset, entry, null);
                yield break;
            }
            Keep(asset.Sha256, data);
            Import(asset, entry, data);
        }

        private IEnumerator Fetch(Wire.Asset asset, Action<byte[]> got, Entry entry)
        {
            Uri place = address.Asset(asset.Url);
            if (place == null)
            {
                entry.Failure = "it has no URL";
                yield break;
            }
            using (UnityWebRequest request = UnityWebRequest.Get(place.AbsoluteUri))
            {
                yield return request.SendWebRequest();
                if (request.result == UnityWebRequest.Result.Success)
                {
                    got(request.downloadHandler.data);
                    yield break;
                }
                entry.Failure = place.Host + ": " + request.responseCode + " " + request.error;
                if (request.responseCode == 403 && address.IsOurs(place) && Expired != null) Expired();
            }
        }

        private void Import(Wire.Asset asset, Entry entry, byte[] data)
        {
            if (importer == null)
            {
                entry.Failure = "there is no importer of glTF; install com.unity.cloud.gltfast, or set Importer";
                Finish(asset, entry, null);
                return;
            }
            var template = new GameObject(asset.Label.Length > 0 ? asset.Label : asset.Id);
            template.transform.SetParent(shelf, false);
            importer.Import(data, template.name, template.transform,
                () => Finish(asset, entry, template),
                cause =>
                {
                    entry.Failure = cause;
                    UnityEngine.Object.Destroy(template);
                    Finish(asset, entry, null);
                });
        }

        private void Finish(Wire.Asset asset, Entry entry, GameObject template)
        {
            entry.Template = template;
            if (template == null) entries.Remove(asset.Sha256); // who asks next tries again
            Action<GameObject, string>[] waiting = entry.Waiting.ToArray();
            entry.Waiting.Clear();
            foreach (Action<GameObject, string> done in waiting) done(template, entry.Failure);
        }

        private byte[] Kept(string sha256)
        {
            string path = Path(sha256);
            if (path == null || !File.Exists(path)) return null;
            byte[] data = File.ReadAllBytes(path);
            return Hash(data) == sha256 ? data : null; // a write was cut off
        }

        private void Keep(string sha256, byte[] data)
        {
            string path = Path(sha256);
            if (path == null || File.Exists(path) && new FileInfo(path).Length == data.Length) return;
            try
            {
                Directory.CreateDirectory(folder);
                string fresh = path + "." + Guid.NewGuid().ToString("N");
                File.WriteAllBytes(fresh, data);
                if (File.Exists(path)) File.Delete(path);
                File.Move(fresh, path);
            }
            catch (IOException full) // a cache that can not be written is none
            {
                Debug.LogWarning("scenestream keeps no assets in " + folder + ": " + full.Message);
            }
        }

        private string Path(string sha256)
        {
            bool isName = sha256.Length == 64;
            foreach (char c in sha256) isName &= c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
            return isName && !string.IsNullOrEmpty(folder) ? System.IO.Path.Combine(folder, sha256 + ".glb") : null;
        }

        private static string Hash(byte[] data)
        {
            using (SHA256 sha = SHA256.Create())
            {
                var text = new StringBuilder(64);
                foreach (byte b in sha.ComputeHash(data)) text.Append(b.ToString("x2"));
                return text.ToString();
            }
        }
    }
}
