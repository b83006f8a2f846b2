"""Lints a MediaWiki dump on a Spark cluster; docs/distributed.md explains it.

    spark-submit lint_dump.py DUMP-multistream.xml.bz2 DUMP-multistream-index.txt.bz2 RESULTS

DUMP lies where every node can read it, and so does the program `wikivet` (--wikivet PATH). RESULTS is a
new folder, or any address that Spark writes to; it gets a JSON object for each page.
"""
import argparse
import bz2
import io
import itertools
import json
import xml.etree.ElementTree as ElementTree

from pyspark.sql import SparkSession


def read_stream(dump, offset):
    """One of the bz2 streams that a multistream dump is made of, each with a hundred pages."""
    decompressor = bz2.BZ2Decompressor()
    pieces = []
    with open(dump, 'rb') as file:
        file.seek(offset)
        while not decompressor.eof:
            piece = file.read(1 << 16)
            if not piece:
                raise EOFError(f'{dump}: the stream at {offset} is cut off')
            pieces.append(decompressor.decompress(piece))
    return b''.join(pieces)


def read_wiki(dump):
    """The id of the wiki, out of the first stream, which holds what the dump begins with."""
    for _, element in ElementTree.iterparse(io.BytesIO(read_stream(dump, 0)), ['end']):
        if element.tag.endswith('}dbname'):
            return element.text
    return ''


def read_offsets(index):
    """Where the streams begin. A line of the index is offset:page id:title."""
    with bz2.open(index, 'rt', encoding='utf-8') as lines:
        return [int(offset) for offset, _ in itertools.groupby(line.split(':', 1)[0] for line in lines)]


def pages_of(dump, wiki, offset):
    """Requests to `wikivet worker`: the last revision of each page in wikitext."""
    text = read_stream(dump, offset).decode('utf-8').replace('</mediawiki>', '')
    for page in ElementTree.fromstring(f'<pages>{text}</pages>').iter('page'):
        revision = page.findall('revision')[-1]
        if revision.findtext('model', 'wikitext') == 'wikitext':
            yield json.dumps({'id': int(page.findtext('id')), 'revid': int(revision.findtext('id')), 'wiki': wiki,
                              'title': page.findtext('title'), 'text': revision.findtext('text') or ''})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('dump')
    parser.add_argument('index')
    parser.add_argument('results')
    parser.add_argument('--wikivet', default='wikivet', help='the program, on each node')
    parser.add_argument('--streams', type=int, default=10, help='how many a task reads')
    options = parser.parse_args()
    dump, wiki, offsets = options.dump, read_wiki(options.dump), read_offsets(options.index)
    spark = SparkSession.builder.appName('wikivet').getOrCreate()
    (spark.sparkContext.parallelize(offsets, max(1, len(offsets) // options.streams))
     .flatMap(lambda offset: pages_of(dump, wiki, offset))
     # Spark runs a task for each core, so a worker gets one thread. If it fails, so does the task.
     .pipe(f'{options.wikivet} worker --jobs 1', checkCode=True)
     .saveAsTextFile(options.results))
    spark.stop()


if __name__ == '__main__':
    main()
